import { expect, test } from './exercise-page';

test('a critical service that is down is predicted, reached, explained, restored, and restored again elsewhere @once', async ({
  exercise,
}) => {
  await exercise.page.goto('./');
  await exercise.page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Exercises' })
    .click();
  await exercise.page.getByRole('link', { name: 'A critical service is down' }).click();
  await exercise.isReady();

  await exercise.isAt('Predict');
  await expect(exercise.lab.main.getByText('Reason: hidden for now').first()).toBeVisible();
  await exercise.predict({
    states: { imp1: 'Failed Over with Critical Services Not Running', imp2: 'Running in Backup Mode' },
    serving: 'imp2 serves them all',
    answer: /^About a minute and a half/,
    percent: 80,
  });
  await exercise.goOn();

  await exercise.isAt('Reach');
  await exercise.button('Play the first step').click();
  await expect(exercise.task.getByText(/Any of the five would do/)).toBeVisible();
  await exercise.doItMyself();
  await exercise.lab.actOn('imp1', 'Cisco XCP Router', /^Stop/);
  await exercise.play('100 ×');
  await exercise.isDone();
  await exercise.goOn();

  await exercise.isAt('Explain');
  await exercise.choose(/^The database of imp1/);
  await expect(exercise.says(/Database Failure beside both/)).toBeVisible();
  await exercise.button('Play what that would have shown').click();
  const other = exercise.page.getByRole('region', { name: 'What it would have shown' });
  await expect(other.getByText('Database Failure').first()).toBeVisible({ timeout: 30_000 });
  await other.getByRole('button', { name: 'Close the comparison' }).click();
  await exercise.choose(/^Cisco XCP Router of imp1/, /^Both nodes give/, /^On imp1 only/);
  await exercise.goOn();

  await exercise.isAt('Restore');
  await exercise.doItMyself();
  await exercise.lab.actOn('imp1', 'Cisco XCP Router', /^Start/);
  await exercise.play('20 ×');
  await exercise.lab.nextChangeUntil('imp1', 'Failed Over');
  await exercise.lab.actOn('imp1', 'Failover, fallback', /^Fallback:/);
  await exercise.play('200 ×');
  await exercise.isDone();
  await exercise.goOn();

  await exercise.isAt('Transfer');
  await exercise.choose(/^Cisco SIP Proxy of imp2/, /^Both nodes give/, /^On imp2 only/);
  await exercise.goOn();
  await exercise.lab.actOn('imp2', 'Cisco SIP Proxy', /^Start/);
  await exercise.lab.nextChangeUntil('imp2', 'Failed Over');
  await exercise.lab.actOn('imp2', 'Failover, fallback', /^Fallback:/);
  await exercise.play('200 ×');
  await exercise.isDone();
  await exercise.goOn();

  await expect(exercise.report()).toBeVisible();
  await expect(exercise.report()).toContainText('Mastered.');
  await expect(exercise.reportLine('Restore')).toContainText('2 (par 2)');
  await exercise.page.reload();
  await expect(exercise.report()).toBeVisible({ timeout: 20_000 });
});

/** One random sequence: actions, rest, the way home, and the same once more at once. */
import { stepsOf, waitOf, type Draw } from './actions';
import type { ClusterFile } from './cluster-arbitrary';
import type { Coverage } from './coverage';
import { longestTransitionMs, nodesInTransition } from './laws';
import { Player, scenarioOf } from './player';
import { beginIn } from './situations';
import { LONGEST_REPAIR_MS, MOST_REPAIRS, repair } from './repair-policy';

function doDraw(player: Player, draw: Draw): void {
  const wait = waitOf(draw, player.state);
  if ('ms' in wait) player.wait(wait.ms);
  else {
    player.waitForChange(wait.changeWithinMs);
    player.wait(wait.thenMs);
  }
  const tried = [...stepsOf(draw, player.state)];
  player.act(tried.find((step) => !player.isRefused(step)) ?? tried[0]!);
}

/** After the last step every transition ends within the bound, unless the link still loses keep-alives. */
function comeToRest(player: Player): void {
  player.wait(4 * longestTransitionMs(player.state));
  if (player.state.groups.some((group) => group.loss > 0)) return;
  const moving = nodesInTransition(player.state);
  if (moving.length > 0) player.fail(`10.5: ${moving.join(' and ')} did not come to rest`);
}

function leadHome(player: Player): void {
  for (const { name } of player.state.groups.filter((group) => group.nodes.length === 2)) {
    const outcome = repair(player, name);
    if (!outcome.home)
      player.fail(
        `10.4: ${name} is not home after ${outcome.actions.length} actions (at most ${MOST_REPAIRS}) and ${outcome.tookMs / 1000} s (at most ${LONGEST_REPAIR_MS / 1000}): ${outcome.actions.map((step) => JSON.stringify(step)).join(', ')}`,
      );
  }
}

/** Plays a sequence; throws a `Breach` if a law of section 10 does not hold. */
export function playSequence(
  file: ClusterFile,
  situation: number | null,
  draws: readonly Draw[],
  coverage: Coverage | null,
): Player {
  coverage?.begin();
  const player = new Player(scenarioOf(file), coverage);
  if (situation !== null) beginIn(player, situation);
  for (const draw of draws) doDraw(player, draw);
  player.checkReplay();
  if (draws.length % 2 === 0) comeToRest(player);
  leadHome(player);
  return player;
}

/** Fills in the page of progress from what this browser has kept. A script of its own: the page is for reading otherwise. */
import { showCalibration } from './show/calibration';
import { make, part } from './show/elements';
import { showMap } from './show/map';
import { enlivenPrinting, showMastered } from './show/mastered';
import { showShifts } from './show/shifts';
import { enlivenTakeAway, showAside } from './show/take-away';
import { progressStore } from './store';
import { troubleText } from './troubles';

const store = progressStore();

function show(): void {
  const { record, troubles } = store;
  part(document, 'trouble').replaceChildren(...troubles.map((trouble) => make('p', troubleText(trouble))));
  showMap(document, record);
  showCalibration(document, record);
  showMastered(document, record);
  showShifts(document, record);
  showAside(document, store);
}

enlivenPrinting(document);
enlivenTakeAway(document, store);
store.listen(show);
show();

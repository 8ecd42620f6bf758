import './app/schemas-without-eval.ts';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/noto-sans-arabic/wght.css';
import '@fontsource-variable/noto-sans-ethiopic/wght.css';
import '@fontsource-variable/noto-sans-bengali/wght.css';
import 'virtual:mantine-used.css';
import 'virtual:approdo-theme.css';
import './app/base.css';
import { doorPainted } from './app/door-painted.ts';
import { isDoorStill, listenAtTheStillDoor } from './app/still-door/hand-over.ts';

// Where the door stands already, the program comes when it has been painted: reading and compiling it first would
// take the time in which somebody looks at an empty window.
if (isDoorStill) {
  listenAtTheStillDoor();
  await doorPainted;
}
await import('./main.tsx');

/**
 * From the still door, which is only text, to the living one: what was typed, where, and what was pressed. Both
 * are drawn by the same parts, so the n-th control of a kind is the same in both.
 */
type Press = { what: 'submit' } | { what: 'press' | 'choose'; control: string; value?: string };

const pressed: Press[] = [];
const still = () => document.getElementById('still-door');

export const isDoorStill = still() !== null;

const kindOf = (control: Element) =>
  control instanceof HTMLInputElement ? `input[type=${control.type}]` : control.localName;

/** `input[type=password]:0`, the same word for the same control in both doors. */
function controlsOf(door: Element): Map<string, HTMLElement> {
  const counts = new Map<string, number>();
  const controls = new Map<string, HTMLElement>();
  for (const control of door.querySelectorAll<HTMLElement>('input, button, select')) {
    const kind = kindOf(control);
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    controls.set(`${kind}:${count}`, control);
  }
  return controls;
}

const nameOf = (door: Element, control: Element) =>
  [...controlsOf(door)].find(([, one]) => one === control)?.[0];

/** Remembers what is pressed before there is anybody to do it. */
export function listenAtTheStillDoor(): void {
  const door = still();
  if (!door) return;
  const remember = (what: 'press' | 'choose', target: EventTarget | null) => {
    const control = target instanceof Element ? target.closest('button, select') : null;
    const name = control ? nameOf(door, control) : undefined;
    if (name === undefined) return;
    const value = control instanceof HTMLSelectElement ? { value: control.value } : {};
    pressed.push({ what, control: name, ...value });
  };
  door.addEventListener('submit', (event) => event.preventDefault());
  door.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('button')) remember('press', target);
  });
  door.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) remember('choose', target);
  });
  door.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    // Whoever is impatient presses again; once is enough.
    if (pressed.at(-1)?.what !== 'submit') pressed.push({ what: 'submit' });
  });
  // The attribute does it as well, but in some windows not before the second frame.
  if (document.activeElement === document.body) door.querySelector('input')?.focus();
}

/** As a person would, so that React hears of it. */
function enter(control: HTMLInputElement | HTMLSelectElement, value: string): void {
  const kind = control instanceof HTMLInputElement ? HTMLInputElement : HTMLSelectElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(control, value);
  const event = control instanceof HTMLInputElement ? 'input' : 'change';
  control.dispatchEvent(new Event(event, { bubbles: true }));
}

function enterTyped(
  from: Map<string, HTMLElement>,
  to: Map<string, HTMLElement>,
  attended: Element | null,
): void {
  for (const [name, field] of from) {
    const same = to.get(name);
    if (!(field instanceof HTMLInputElement && same instanceof HTMLInputElement)) continue;
    if (field.value !== '') enter(same, field.value);
    if (attended !== field) continue;
    same.focus({ preventScroll: true });
    same.setSelectionRange(field.selectionStart, field.selectionEnd);
  }
}

function repeat(press: Press, live: HTMLElement): void {
  const controls = controlsOf(live);
  if (press.what === 'submit') {
    controls.get('input[type=password]:0')?.closest('form')?.requestSubmit();
    return;
  }
  const control = controls.get(press.control);
  if (press.what === 'press') control?.click();
  else if (control instanceof HTMLSelectElement) enter(control, press.value ?? control.value);
}

/**
 * Draws the living door in the place of the still one, in one go, so that no key falls between the two. What was
 * pressed is done when React has taken in what was typed.
 */
export function handOver(live: HTMLElement, draw: () => void): void {
  const door = still();
  const attended = document.activeElement;
  draw();
  if (!door) return;
  enterTyped(controlsOf(door), controlsOf(live), attended);
  door.remove();
  setTimeout(() => {
    for (const press of pressed.splice(0)) repeat(press, live);
  });
}

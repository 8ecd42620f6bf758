import { setTimeout as pause } from 'node:timers/promises';
import {
  BaseWindow,
  type IpcMainInvokeEvent,
  type Session,
  type WebContents,
  WebContentsView,
} from 'electron';
import type { ApprodoEvent } from '#api/events.ts';
import { onWindowColour, windowColour } from './host/appearance.ts';
import { PAGE_ORIGIN, START_PAGE } from './host/page-files.ts';
import type { PreferenceStore } from './host/preferences.ts';
import type { LeftByLock } from './host/start-again.ts';
import { channels } from './vault-messages.ts';

const MIN_WIDTH = 1024;
const MIN_HEIGHT = 700;
const SHOW_ANYWAY_AFTER_MS = 4_000;
const ZOOM_STEP = 0.5;
const MAX_ZOOM = 4;

export interface MainWindowOptions {
  pageSession: Session;
  preload: string;
  preferences: PreferenceStore;
  /** By the type of Electron's input events. */
  onInput(type: string): void;
  left: LeftByLock | null;
  onLockKeys(): void;
}

/**
 * The one window. Its page lives in a view of its own, so that locking can replace the page, with
 * everything in its memory, while the window stays where it is.
 */
export class MainWindow {
  readonly base: BaseWindow;
  readonly #options: MainWindowOptions;
  #view: WebContentsView;

  constructor(options: MainWindowOptions) {
    this.#options = options;
    const { width, height, isMaximized } = options.preferences.windowSize();
    this.base = new BaseWindow({
      title: 'Approdo',
      ...options.left?.at,
      width,
      height,
      minWidth: MIN_WIDTH,
      minHeight: MIN_HEIGHT,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: windowColour(),
    });
    onWindowColour((colour) => {
      this.base.setBackgroundColor(colour);
      this.#view.setBackgroundColor(colour);
    });
    if (isMaximized) this.base.maximize();
    this.base.on('close', () => this.#rememberSize());
    this.base.on('blur', () => this.#cover(options.preferences.read().coversWhenLeft));
    this.base.on('focus', () => this.#cover(false));
    this.base.once('closed', () => this.#contents?.close());
    this.#view = this.#createView();
  }

  /** By the dialog of the system; false when it was cancelled or there is no printer. */
  print(): Promise<boolean> {
    const contents = this.#contents;
    if (!contents) return Promise.resolve(false);
    return new Promise((resolve) => {
      contents.print(
        { silent: false, margins: { marginType: 'none' }, pageSize: 'A4' },
        (isPrinted) => resolve(isPrinted),
      );
    });
  }

  get #contents(): WebContents | undefined {
    const contents: WebContents | undefined = this.#view.webContents;
    return contents?.isDestroyed() ? undefined : contents;
  }

  async show(left: LeftByLock | null): Promise<void> {
    if (left === null || left.stood === 'inFront') {
      // At once: shown after the page, it would have to find its place on the screen for a second time.
      this.base.show();
      await this.#load();
      this.#contents?.focus();
    } else {
      await this.#load();
      // Nobody asked for it now: it must not come before what somebody is doing, nor be seen after a panic.
      if (left.stood === 'minimised') this.base.setOpacity(0);
      this.base.showInactive();
      if (left.stood === 'minimised') this.base.minimize();
      this.base.setOpacity(1);
    }
  }

  /** As it has to stand again when the program starts anew, apart from its size. */
  now(): Pick<LeftByLock, 'stood' | 'at'> {
    this.#rememberSize();
    const stood = this.base.isFocused() ? 'inFront' : 'behind';
    const { x, y } = this.base.getNormalBounds();
    return { stood: this.base.isMinimized() ? 'minimised' : stood, at: { x, y } };
  }

  #cover(isCovered: boolean): void {
    this.send({ name: 'window.covered', payload: { isCovered } });
  }

  focus(): void {
    if (this.base.isMinimized()) this.base.restore();
    this.base.show();
    this.base.focus();
  }

  /** Out of everybody's sight at once: the page, and then the window. */
  hide(): void {
    this.#view.setVisible(false);
    this.base.minimize();
  }

  send(event: ApprodoEvent): void {
    this.#contents?.send(channels.event, event);
  }

  /** The page's port to the vault is worth nothing any more. */
  cut(): void {
    this.#contents?.send(channels.cut);
  }

  isOurPage(event: IpcMainInvokeEvent): boolean {
    const frame = event.senderFrame;
    return (
      event.sender === this.#contents &&
      frame !== null &&
      frame.parent === null &&
      frame.origin === PAGE_ORIGIN
    );
  }

  /** Ends the page's process at once. What stands in its place is empty, and has read nothing yet. */
  empty(): void {
    const { webContents } = this.#view;
    webContents.forcefullyCrashRenderer();
    this.#view = this.#createView();
    webContents.close();
  }

  /** Draws the door in the empty place. */
  async reload(): Promise<void> {
    await this.#load();
    // Somebody may have closed the window meanwhile.
    if (!this.base.isDestroyed() && this.base.isFocused()) this.#contents?.focus();
  }

  #createView(): WebContentsView {
    const view = new WebContentsView({
      webPreferences: {
        session: this.#options.pageSession,
        preload: this.#options.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        devTools: false,
        spellcheck: false,
        webgl: false,
        plugins: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
      },
    });
    view.setBackgroundColor(windowColour());
    view.webContents.on('input-event', (_, { type }) => this.#options.onInput(type));
    view.webContents.on('before-input-event', (event, input) => {
      if (this.#pressed(input)) event.preventDefault();
    });
    this.base.setContentView(view);
    return view;
  }

  async #load(): Promise<void> {
    const loaded = this.#contents?.loadURL(START_PAGE).catch(() => undefined);
    await Promise.race([loaded, pause(SHOW_ANYWAY_AFTER_MS, undefined, { ref: false })]);
  }

  /** There is no menu to do these from: bigger and smaller text, and locking at once. */
  #pressed({ type, key, control, meta, shift }: Electron.Input): boolean {
    const contents = this.#contents;
    if (type !== 'keyDown' || !(control || meta) || !contents) return false;
    const zoom = contents.getZoomLevel();
    if (key === '+' || key === '=') contents.setZoomLevel(Math.min(zoom + ZOOM_STEP, MAX_ZOOM));
    else if (key === '-') contents.setZoomLevel(Math.max(zoom - ZOOM_STEP, 0));
    else if (key === '0') contents.setZoomLevel(0);
    else if (shift && key.toLowerCase() === 'l') this.#options.onLockKeys();
    else return false;
    return true;
  }

  #rememberSize(): void {
    const { width, height } = this.base.getNormalBounds();
    const isMaximized = this.base.isMaximized();
    this.#options.preferences.rememberWindowSize({ width, height, isMaximized });
  }
}

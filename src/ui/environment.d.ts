import type { CallResult } from '#api/errors.ts';
import type { ApprodoEvent } from '#api/events.ts';

declare module 'virtual:approdo-theme.css';

interface ApprodoBridge {
  call(name: string, input: unknown): Promise<CallResult<unknown>>;
  on(listener: (event: ApprodoEvent) => void): () => void;
}

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

declare global {
  interface Window {
    readonly approdo: ApprodoBridge;
    readonly trustedTypes?: {
      createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
    };
  }
}

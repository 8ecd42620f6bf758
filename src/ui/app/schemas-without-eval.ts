/**
 * zod tries to build its checks from text, which the content security policy refuses and reports. It reads this
 * before its first schema is made; set by hand, because the door has no use for zod itself.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

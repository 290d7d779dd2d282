/** Loaded before the program: it lives as many days ahead as it was last told, or as it was started with. */
let ahead = Number(process.env['BROWSER_TEST_DAYS_AHEAD'] ?? 0);

const clock = Date;
const now = (): number => clock.now() + ahead * 86_400_000;

globalThis.Date = new Proxy(clock, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made) as object,
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});

process.on('message', (days) => {
  ahead = Number(days);
  process.send?.('done');
});
process.channel?.unref();

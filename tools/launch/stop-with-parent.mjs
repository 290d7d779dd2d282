/**
 * Loaded into the handed-over process before its script (`node --import`): when the launcher is gone, however it went,
 * the process ends by its own SIGTERM handling. The channel closes with the launcher, so nothing has to be polled.
 */
if (process.env.SUANJIAN_LAUNCHED) {
  // Processes that this one starts inherit the flags of Node and the environment; their channels are their own affair.
  delete process.env.SUANJIAN_LAUNCHED;
  process.once('disconnect', () => {
    // Windows has no signals: there a handler, if any, is called in place.
    if (process.platform !== 'win32') process.kill(process.pid, 'SIGTERM');
    else if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143);
  });
  process.channel?.unref();
}

/**
 * Sessions as a SELECT over `engagement`, each once however often it was logged: `provider`, `user`, `audience`, `began`, `lasted` (ms) and the
 * `day` it began on. Where `condition` is given it is asked of each row. They are told apart by one number, which costs a third of their names.
 */
export const sessions = (
  condition = 'true',
): string => `SELECT any(provider) AS provider, any(user) AS user, min(time) AS began, max(assumeNotNull(duration)) AS lasted, max(audience) AS audience, min(day) AS day
FROM (
  SELECT provider, user, session, time, duration, audience, day FROM {{engagement}} AS every_act
  WHERE action IN ('session', 'night-session') AND isNotNull(duration) AND ${condition}
) AS every_session
GROUP BY cityHash64(every_session.provider, every_session.user, session, if(session = '', toUnixTimestamp64Milli(time), toInt64(0)))`;

/** Milliseconds since midnight in Shanghai, which has had one offset since 1991. */
export const sinceMidnight = (time: string): string => `((toUnixTimestamp64Milli(${time}) + 28800000) % 86400000)`;

/** An instant as people in China read it, for the rows that a report names. */
export const localTime = (time: string): string => `toString(toTimeZone(${time}, 'Asia/Shanghai'))`;

/** Older people apart from everybody else who is no minor. */
export const audienceOf = (audience: string): string => `if(${audience} = 'older', 'older', 'adult-or-unknown')`;

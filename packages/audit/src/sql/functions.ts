/**
 * The functions that people's SQL may use: they compute one value from values, or one from a group, and touch nothing else. What is
 * absent is refused: functions that read dictionaries, other tables, files, settings, the host, the clock or randomness, and
 * functions that only wait. Names are compared without regard to case, as ClickHouse does for most of them.
 */
const list = (names: string): readonly string[] => names.trim().split(/\s+/u);

const arithmetic = list(`
  abs plus minus multiply divide intDiv intDivOrZero modulo moduloOrZero negate sign gcd lcm least greatest
  round floor ceil ceiling trunc truncate roundBankers roundToExp2 sqrt cbrt exp exp2 exp10 log ln log2 log10 log1p pow power
  sin cos tan asin acos atan atan2 hypot sigmoid erf pi e bitAnd bitOr bitXor bitNot bitShiftLeft bitShiftRight
  isNaN isFinite isInfinite ifNotFinite
`);
const conditions = list(`
  if multiIf and or not xor equals notEquals less greater lessOrEquals greaterOrEquals
  coalesce ifNull nullIf isNull isNotNull isZeroOrNull assumeNotNull toNullable
`);
const conversions = list(`
  toInt8 toInt16 toInt32 toInt64 toInt128 toInt256 toUInt8 toUInt16 toUInt32 toUInt64 toUInt128 toUInt256 toFloat32 toFloat64 toBool toString
  toDecimal32 toDecimal64 toDecimal128 toDecimal256 toFixedString
  toInt32OrNull toInt64OrNull toInt128OrNull toUInt8OrNull toUInt32OrNull toUInt64OrNull toFloat32OrNull toFloat64OrNull toDecimal64OrNull toDecimal128OrNull
  toInt32OrZero toInt64OrZero toUInt64OrZero toFloat64OrZero toInt64OrDefault toFloat64OrDefault
  toDate toDate32 toDateTime toDateTime64 toDateOrNull toDate32OrNull toDateTimeOrNull toDateTime64OrNull
  parseDateTime parseDateTimeOrNull parseDateTimeBestEffort parseDateTimeBestEffortOrNull parseDateTime64BestEffort parseDateTime64BestEffortOrNull
  cast accurateCast accurateCastOrNull toTypeName hex unhex bin
`);
const texts = list(`
  length lengthUTF8 empty notEmpty lower upper lowerUTF8 upperUTF8 concat concatWithSeparator substring substringUTF8 substr mid left right leftUTF8 rightUTF8
  trim trimBoth trimLeft trimRight ltrim rtrim reverse reverseUTF8 repeat leftPad rightPad replace replaceOne replaceAll replaceRegexpOne replaceRegexpAll translate
  position positionUTF8 positionCaseInsensitive locate countSubstrings startsWith endsWith like ilike notLike notILike match extract extractAll
  splitByChar splitByString splitByRegexp splitByWhitespace arrayStringConcat ascii char format toValidUTF8 isValidUTF8 normalizeUTF8NFKC
  cityHash64 sipHash64 xxHash64 halfMD5 md5 sha256 crc32 domain domainWithoutWWW topLevelDomain path protocol
  JSONExtractString JSONExtractInt JSONExtractFloat JSONExtractBool JSONExtractRaw JSONHas JSONLength simpleJSONExtractString simpleJSONExtractInt simpleJSONExtractFloat
`);
const times = list(`
  toYear toQuarter toMonth toISOYear toISOWeek toWeek toDayOfYear toDayOfMonth toDayOfWeek toHour toMinute toSecond toMillisecond
  toStartOfYear toStartOfQuarter toStartOfMonth toStartOfWeek toMonday toStartOfDay toStartOfHour toStartOfMinute toStartOfSecond
  toStartOfFiveMinutes toStartOfTenMinutes toStartOfFifteenMinutes toStartOfInterval toYYYYMM toYYYYMMDD toYYYYMMDDhhmmss toRelativeDayNum toRelativeHourNum
  toUnixTimestamp toUnixTimestamp64Milli toUnixTimestamp64Micro toUnixTimestamp64Nano fromUnixTimestamp fromUnixTimestamp64Milli fromUnixTimestamp64Micro
  dateDiff dateAdd dateSub date_diff date_add date_sub date_trunc dateTrunc addSeconds addMinutes addHours addDays addWeeks addMonths addYears
  subtractSeconds subtractMinutes subtractHours subtractDays subtractWeeks subtractMonths subtractYears formatDateTime dateName toTimeZone makeDate makeDateTime
  age timeSlot toIntervalSecond toIntervalMinute toIntervalHour toIntervalDay toIntervalWeek toIntervalMonth toIntervalYear
`);
const collections = list(`
  array tuple map tupleElement arrayElement has hasAll hasAny indexOf countEqual arraySum arrayAvg arrayMin arrayMax arrayCount arrayExists arrayAll arrayFilter arrayMap
  arrayFirst arrayLast arrayUniq arrayDistinct arraySort arrayReverseSort arrayReverse arraySlice arrayConcat arrayCompact arrayIntersect arrayEnumerate arrayZip
  mapKeys mapValues mapContains emptyArrayString emptyArrayInt64 emptyArrayFloat64 transform
`);

/** One row in, one value out. */
export const scalarFunctions: ReadonlySet<string> = new Set(
  [...arithmetic, ...conditions, ...conversions, ...texts, ...times, ...collections].map((name) => name.toLowerCase()),
);

const aggregates = list(`
  count countIf sum sumIf min max minIf maxIf avg avgIf argMin argMax argMinIf argMaxIf uniqExact uniqExactIf groupArray groupUniqArray
  quantileExact quantileExactInclusive quantileExactExclusive quantilesExact quantilesExactInclusive median medianExact stddevPop stddevSamp varPop varSamp
  covarPop covarSamp corr skewPop kurtPop groupBitAnd groupBitOr
`);

const windows = list(`
  row_number rank dense_rank percent_rank ntile lag lead lagInFrame leadInFrame first_value last_value nth_value
`);

/** Over a group or a window; a query may use them, an expression for a part may not. */
export const groupFunctions: ReadonlySet<string> = new Set(
  [...aggregates, ...windows].map((name) => name.toLowerCase()),
);

/** The types a value may be cast to. */
export const typeNames: ReadonlySet<string> = new Set(
  list(`
    Bool Int8 Int16 Int32 Int64 Int128 Int256 UInt8 UInt16 UInt32 UInt64 UInt128 UInt256 Float32 Float64 Decimal Decimal32 Decimal64 Decimal128 Decimal256
    String FixedString Date Date32 DateTime DateTime64 Nullable LowCardinality Array Tuple Map UUID
  `),
);

/** The functions whose second argument is a type. */
export const castFunctions: ReadonlySet<string> = new Set(['cast', 'accuratecast', 'accuratecastornull']);

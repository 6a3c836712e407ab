/** A number in plain notation, such as `"0.00001"`. Never a JavaScript number: most decimal fractions have none that is equal. */
export type Decimal = string;

/** RFC 3339, UTC, with microseconds: `"2026-01-02T03:04:05.678901Z"`. */
export type Timestamp = string;

/** Seconds. */
export type Duration = number;

/** An order of the gateway; an integer below 2^53. */
export type OrderId = number;

/** A fill. */
export type FillId = string;

/** A case of a sum type; the bare name where it has no payload. */
export type Variant<Name extends string, Payload = never> = [Payload] extends [never]
  ? Name | { type: Name; value?: null }
  : { type: Name; value: Payload };

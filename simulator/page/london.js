/** Times and days as people in London read them. */

const zone = { timeZone: "Europe/London" };
const time = new Intl.DateTimeFormat("en-GB", { ...zone, hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { ...zone, weekday: "short", day: "numeric", month: "short", year: "numeric" });
const dayKeys = new Map();
const dayKey = new Intl.DateTimeFormat("en-CA", zone);

/** "08:04" in London. */
export const timeOf = (date) => time.format(date);

/** "2026-11-22" in London, so that days can be compared. */
export function dayKeyOf(date) {
  // A day begins with a full hour in London, so one answer holds for the whole hour.
  const hour = Math.floor(date.getTime() / 3_600_000);
  if (!dayKeys.has(hour)) dayKeys.set(hour, dayKey.format(date));
  return dayKeys.get(hour);
}

/** "Sun 22 Nov 2026" in London. */
export const dayOf = (date) => day.format(date).replace(/,/g, "");

/** The day as a phone in this language writes it between two messages. */
export function dayLine(date, language) {
  return new Intl.DateTimeFormat(language.startsWith("en") ? "en-GB" : language, { ...zone, weekday: "short", day: "numeric", month: "long" }).format(date);
}

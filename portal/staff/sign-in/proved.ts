/** Until when the API takes it that this colleague has proved again who they are; this tab alone knows, until it is closed. */
const proved: { until?: string } = {};

export function noteProved(until: string): void {
  proved.until = until;
}

/** With a minute left to write what is signed. */
export function isProved(): boolean {
  return proved.until !== undefined && Date.parse(proved.until) > Date.now() + 60_000;
}

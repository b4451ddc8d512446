import { onTestFinished, vi } from 'vitest';

/**
 * Everything that is logged from here to the end of the test. The logger writes past the console, straight to the
 * process: a spy on the console would see nothing and find every log clean.
 */
export function logLines(): readonly string[] {
  const lines: string[] = [];
  const keep = (chunk: unknown) => {
    lines.push(String(chunk));
    return true;
  };
  const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  for (const spy of spies) spy.mockImplementation(keep);
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
  return lines;
}

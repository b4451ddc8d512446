export function AccountPages() {
  return null;
}

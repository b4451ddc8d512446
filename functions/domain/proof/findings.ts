/** What is wrong with a file, in the fewest words that say where; `is` names it, `at` the place. */
export interface Finding {
  readonly is:
    | 'unknown-file'
    | 'not-as-written'
    | 'no-key-set'
    | 'key-under-a-foreign-name'
    | 'unknown-key'
    | 'signed-outside-validity'
    | 'signature-wrong'
    | 'signature-unreadable'
    | 'previous-digest-differs'
    | 'counts-differ'
    | 'leaves-differ'
    | 'proof-of-another'
    | 'path-leads-elsewhere'
    | 'version-changed'
    | 'sealed-part-changed'
    | 'version-missing'
    | 'version-inserted'
    | 'versions-reordered'
    | 'version-replaced'
    | 'version-not-in-digest'
    | 'file-changed'
    | 'last-line-missing';
  readonly at?: string;
}

export function finding(is: Finding['is'], at?: string | number): Finding {
  return at === undefined ? { is } : { is, at: String(at) };
}

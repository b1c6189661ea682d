const DRAWINGS = {
  organization: (
    <>
      <path d="M2 14.5v-9l6-3.5 6 3.5v9z" fill="#efe9d5" stroke="#6b6347" />
      <path d="M4.5 7h2v2h-2zM9.5 7h2v2h-2zM4.5 10.5h2v2h-2zM9.5 10.5h2v4h-2z" fill="#3b6fb0" />
    </>
  ),
  folder: (
    <>
      <path d="M1.5 13.5v-10h5l1.5 2h6.5v8z" fill="#f4dd8d" stroke="#8a6d1d" />
      <path d="M1.5 7.5h13" stroke="#fff6d3" />
    </>
  ),
  server: (
    <>
      <rect x="4.5" y="1.5" width="7" height="13" fill="#ece8da" stroke="#5f5b4e" />
      <path d="M6 4h4M6 6h4M6 12h4" stroke="#5f5b4e" />
      <circle cx="7" cy="9.5" r="1" fill="#3aa845" />
    </>
  ),
  store: (
    <>
      <path d="M2.5 4v8c0 1 2.5 2 5.5 2s5.5-1 5.5-2V4" fill="#cfd9ea" stroke="#43597f" />
      <ellipse cx="8" cy="4" rx="5.5" ry="2" fill="#eef3fb" stroke="#43597f" />
    </>
  ),
} as const;

/** Sixteen-pixel picture of a place to choose, drawn for this project. */
export function PlaceIcon({ of }: { readonly of: keyof typeof DRAWINGS }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {DRAWINGS[of]}
    </svg>
  );
}

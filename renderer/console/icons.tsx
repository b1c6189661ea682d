import type { ReactNode } from 'react';

/** Sixteen-pixel pictures of the console, drawn for this project. */
const DRAWINGS = {
  lab: (
    <>
      <path
        d="M6 1.5h4v4l3.5 7a1.5 1.5 0 0 1-1.4 2H3.9a1.5 1.5 0 0 1-1.4-2L6 5.5z"
        fill="#f4fbff"
        stroke="#3b5b82"
      />
      <path d="M4.5 10h7l1.3 2.7c.2.5 0 .8-.6.8H3.8c-.6 0-.8-.3-.6-.8z" fill="#3d8fd6" />
      <path d="M5 1.5h6" stroke="#3b5b82" strokeWidth="1.5" />
    </>
  ),
  about: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="#2f62b0" stroke="#1c3f75" />
      <path d="M8 7v5M8 4v1.6" stroke="#fff" strokeWidth="1.8" />
    </>
  ),
  organization: (
    <>
      <path d="M2 14.5v-9l6-3.5 6 3.5v9z" fill="#efe9d5" stroke="#6b6347" />
      <path d="M4.5 7h2v2h-2zM9.5 7h2v2h-2zM4.5 10.5h2v2h-2zM9.5 10.5h2v4h-2z" fill="#3b6fb0" />
    </>
  ),
  server: (
    <>
      <rect x="4.5" y="1.5" width="7" height="13" fill="#ece8da" stroke="#5f5b4e" />
      <path d="M6 4h4M6 6h4" stroke="#5f5b4e" />
      <circle cx="7" cy="9.5" r="1" fill="#3aa845" />
      <path d="M6 12h4" stroke="#a5a08f" />
    </>
  ),
  workstation: (
    <>
      <rect x="1.5" y="2.5" width="13" height="8.5" fill="#e6e2d4" stroke="#5f5b4e" />
      <rect x="3.5" y="4.5" width="9" height="4.5" fill="#2f62b0" />
      <path d="M5 14.5h6M8 11v3" stroke="#5f5b4e" strokeWidth="1.5" />
    </>
  ),
  runs: (
    <>
      <rect x="2.5" y="1.5" width="11" height="13" fill="#fff" stroke="#5f5b4e" />
      <path d="M5 5h6M5 8h6M5 11h4" stroke="#3b6fb0" />
    </>
  ),
  events: (
    <>
      <path d="M2.5 3.5 8 1.5v11l-5.5 2z" fill="#cfe0f6" stroke="#3b5b82" />
      <path d="M13.5 3.5 8 1.5v11l5.5 2z" fill="#fff" stroke="#3b5b82" />
      <path d="M9.5 6.5l2.5.8M9.5 9l2.5.8" stroke="#a80000" />
    </>
  ),
  compare: (
    <>
      <rect x="1.5" y="3.5" width="5" height="9" fill="#cfe0f6" stroke="#3b5b82" />
      <rect x="9.5" y="3.5" width="5" height="9" fill="#f6e3c5" stroke="#7a5a20" />
      <path d="M3 6h2M3 8h2M11 6h2M11 8h2" stroke="#444" />
    </>
  ),
  wizard: (
    <>
      <path d="M2 14 10 6" stroke="#5f4a1c" strokeWidth="2" />
      <path
        d="M11 1l.9 2.6L14.5 4.5l-2.6.9L11 8l-.9-2.6L7.5 4.5l2.6-.9z"
        fill="#ffd21a"
        stroke="#8a6a00"
        strokeWidth="0.6"
      />
    </>
  ),
  file: (
    <>
      <path d="M3.5 1.5h6l3 3v10h-9z" fill="#fff" stroke="#5f5b4e" />
      <path d="M9.5 1.5v3h3" fill="none" stroke="#5f5b4e" />
    </>
  ),
  folder: <path d="M1.5 4.5v9h13v-8H8l-1.5-2h-5z" fill="#ffdf7e" stroke="#8a6a10" />,
  fork: (
    <>
      <path d="M4 12V4M4 9c6 0 7-1 7-4" fill="none" stroke="#3b6fb0" strokeWidth="1.5" />
      <circle cx="4" cy="3" r="1.8" fill="#fff" stroke="#3b6fb0" />
      <circle cx="4" cy="13" r="1.8" fill="#fff" stroke="#3b6fb0" />
      <circle cx="11" cy="4" r="1.8" fill="#fff" stroke="#3b6fb0" />
    </>
  ),
  mailbox: (
    <>
      <rect x="1.5" y="4.5" width="13" height="8" fill="#fff" stroke="#40557f" />
      <path d="M1.5 4.5 8 9.5l6.5-5" fill="none" stroke="#40557f" />
    </>
  ),
  people: (
    <>
      <circle cx="5.5" cy="5" r="2.5" fill="#f1c9a5" stroke="#7a5230" />
      <path d="M1.5 13.5c0-3.5 1.5-5 4-5s4 1.5 4 5z" fill="#3b6fb0" stroke="#254a7a" />
      <circle cx="11" cy="6" r="2" fill="#f1c9a5" stroke="#7a5230" />
      <path d="M9.8 13.5c0-2.8 0-4.5 1.4-4.5 2 0 3.3 1.4 3.3 4.5z" fill="#6f9a3c" stroke="#486922" />
    </>
  ),
  store: (
    <>
      <path d="M2.5 3.5v9c0 1.2 2.5 2 5.5 2s5.5-.8 5.5-2v-9z" fill="#d9d2bd" stroke="#6b6347" />
      <ellipse cx="8" cy="3.5" rx="5.5" ry="2" fill="#f3efe0" stroke="#6b6347" />
      <path d="M5 8.5h6v4H5z" fill="#fff" stroke="#40557f" />
      <path d="m5 8.5 3 2 3-2" fill="none" stroke="#40557f" />
    </>
  ),
  inbox: (
    <>
      <path d="M1.5 9v5h13V9l-2-6h-9z" fill="#f4f1e6" stroke="#6b6347" />
      <path d="M1.5 9h4l1 2h3l1-2h4" fill="none" stroke="#6b6347" />
      <path d="M8 2v5M6 5l2 2.2L10 5" fill="none" stroke="#2a7a34" strokeWidth="1.4" />
    </>
  ),
  calendar: (
    <>
      <path d="M2.5 3.5h11v11h-11z" fill="#fff" stroke="#5f5b4e" />
      <path d="M2.5 3.5h11v3h-11z" fill="#b03030" stroke="#5f5b4e" />
      <path d="M5 9h2M9 9h2M5 12h2M9 12h2" stroke="#3b6fb0" strokeWidth="1.4" />
    </>
  ),
  bin: (
    <>
      <path d="M4 5.5h8l-.8 9H4.8z" fill="#dfe6ee" stroke="#56657a" />
      <path d="M2.5 5.5h11M6.5 3h3M6.5 8v4M9.5 8v4" stroke="#56657a" />
    </>
  ),
  search: (
    <>
      <path d="M1.5 4.5v9h13v-8H8l-1.5-2h-5z" fill="#ffe9a8" stroke="#8a6a10" />
      <circle cx="9" cy="9" r="2.6" fill="#eef6ff" stroke="#2f4f80" strokeWidth="1.2" />
      <path d="m11 11 2.5 2.5" stroke="#2f4f80" strokeWidth="1.6" />
    </>
  ),
  letter: (
    <>
      <rect x="1.5" y="3.5" width="13" height="9" fill="#fff6c9" stroke="#7a6a20" />
      <path d="M1.5 3.5 8 8.5l6.5-5" fill="none" stroke="#7a6a20" />
    </>
  ),
  'letter-read': (
    <>
      <path d="M1.5 7.5 8 2.5l6.5 5v6h-13z" fill="#fff" stroke="#5f6a7a" />
      <path d="M1.5 7.5 8 11l6.5-3.5" fill="none" stroke="#5f6a7a" />
    </>
  ),
  hidden: (
    <>
      <path d="M3.5 1.5h6l3 3v10h-9z" fill="#eceae2" stroke="#8a8678" strokeDasharray="2 1" />
      <path d="M6 7h4M6 9.5h4M6 12h3" stroke="#8a8678" />
    </>
  ),
  tour: (
    <>
      <path d="M8 1.5v13" stroke="#5f4a1c" strokeWidth="1.6" />
      <path d="M3 2.5h8.5l2 2-2 2H3z" fill="#f6e3c5" stroke="#7a5a20" />
      <path d="M13 8H4.5l-2 2 2 2H13z" fill="#cfe0f6" stroke="#3b5b82" />
    </>
  ),
  clip: (
    <path
      d="M5 10V4.5a2.5 2.5 0 0 1 5 0V11a1.5 1.5 0 0 1-3 0V5.5"
      fill="none"
      stroke="#444"
      strokeWidth="1.2"
    />
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  );
}

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
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  );
}

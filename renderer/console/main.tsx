import '../locale.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../kit/base.css';
import { ConsoleApp } from './console-app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('console.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ConsoleApp />
  </StrictMode>,
);

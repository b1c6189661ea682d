import '../locale.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../kit/base.css';
import { WizardApp } from './wizard-app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('wizard.html has no #root');
createRoot(root).render(
  <StrictMode>
    <WizardApp />
  </StrictMode>,
);

import { createEmbed, sessionFromUrl } from '@portico/widgets';
import '@portico/widgets/define/approvals';
import '@portico/widgets/define/contract-status';
import '@portico/widgets/define/job-post';
import '@portico/widgets/define/proposals';
import '@portico/widgets/define/spend';
import '@portico/widgets/define/talent-pool';
import '@portico/widgets/define/talent-search';
import '@portico/widgets/define/timesheet-review';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { followRoutes } from '../route.ts';
import { pages } from './pages.tsx';

const root = document.getElementById('react-app')!;

createEmbed({ apiBase: root.dataset.talentBase!, fetchSession: sessionFromUrl('/api/hire-session') });

let follow = (_: typeof start) => {};
const start = followRoutes((route) => follow(route));

function App() {
  const [{ page, label }, setRoute] = useState(start);
  useEffect(() => {
    follow = setRoute;
  }, []);
  const Page = pages[page]!;
  return (
    <>
      <h1>{label}, in a React page</h1>
      <Page />
    </>
  );
}

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

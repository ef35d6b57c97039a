import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import { root } from '../sources.ts';
import { projects } from './projects.ts';
import { freshProject, refusals, run, writeProject, wrongLines } from './try-project.ts';

const archive = join(root, 'dist/package.tgz');
let folder: string;

describe('the packed package, in a project that has nothing else of ours', () => {
  before(async () => {
    assert.ok(existsSync(archive), 'dist/package.tgz is missing: npm run pack:widgets makes it');
    folder = await freshProject(archive);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const project of projects) {
    test(`${project.name}: what is right is accepted and built, what is wrong is refused line by line`, async () => {
      const place = writeProject(folder, project);
      assert.deepEqual(await refusals(place, project.check), wrongLines(project));
      for (const path of Object.keys(project.files).filter((each) => /refused/i.test(each))) rmSync(join(place, path));
      if (project.build === 'ngc') {
        assert.deepEqual(await refusals(place, 'ngc'), []);
        assert.match(readFileSync(join(place, 'out/hiring.js'), 'utf8'), /hire-talent-search/);
        return;
      }
      await build({
        configFile: false,
        root: place,
        logLevel: 'error',
        plugins: [
          react(),
          vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('hire-') } } }),
          svelte({ configFile: false }),
        ],
      });
      const made = globSync('dist/assets/*.js', { cwd: place });
      assert.ok(made.length > 20, `languages and what opens later are files of their own: ${made.length} files`);
    });
  }

  test('a server renders a page with the tags, having imported all that a browser imports', async () => {
    const page = join(folder, 'server.mjs');
    writeFileSync(
      page,
      `import * as widgets from '@portico/widgets';
import '@portico/widgets/define/talent-search';
import { JobPostForm } from '@portico/widgets/elements/job-post';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
console.log(Object.keys(widgets).sort().join(' '), typeof JobPostForm);
console.log(renderToString(createElement('hire-talent-search', { query: 'react', 'page-size': 10 })));`,
    );
    const { stdout } = await run(process.execPath, [page], { cwd: folder });
    const [names, html] = stdout.trim().split('\n');
    assert.match(names!, /\bcreateEmbed\b.*\bsessionFromUrl\b.* function$/);
    assert.equal(html, '<hire-talent-search query="react" page-size="10"></hire-talent-search>');
  });

  test('a host installs one more package, and its bundler finds no other import', () => {
    const own = join(folder, 'node_modules/@portico/widgets');
    const { dependencies, exports } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
    assert.deepEqual(Object.keys(dependencies), ['lit-html']);
    assert.equal(Object.keys(exports['.'])[0], 'types');
    const bare = new Set<string>();
    for (const path of globSync('{*,define/*,elements/*,chunks/*}.{js,d.ts}', { cwd: own })) {
      const text = readFileSync(join(own, path), 'utf8');
      for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*\(?["']([\w@][\w@/.-]*)["']/g)) bare.add(name!);
    }
    const frameworks = /^(react|preact|solid-js|vue|svelte\/elements)$/;
    assert.deepEqual(
      [...bare].filter((name) => !/^lit-html(\/|$)/.test(name) && !frameworks.test(name)),
      [],
    );
  });

  test('the script’s files in it are the very bytes that are served', () => {
    const served = join(root, 'dist/embed/1.0.0');
    const packed = join(folder, 'node_modules/@portico/widgets/embed/1.0.0');
    const files = globSync('*.{js,json}', { cwd: served });
    assert.deepEqual(globSync('*', { cwd: packed }).sort(), files.sort());
    for (const file of files)
      assert.ok(readFileSync(join(served, file)).equals(readFileSync(join(packed, file))), file);
  });
});

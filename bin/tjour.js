#!/usr/bin/env node
/* Written so that an old Node can read it and say what is wrong, instead of failing on newer syntax. */
const needed = 26;

if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `tjour behöver Node ${needed} eller senare, men startades med ${process.versions.node}. ` +
      'Kör ”npm ci” i programmets mapp och starta med ”npx tjour”, som tar med rätt version.',
  );
  process.exitCode = 1;
} else {
  process.env.NODE_ENV = process.env.NODE_ENV || 'production';
  Promise.all([import('node:module'), import('node:url')])
    .then(([{ enableCompileCache }, { fileURLToPath }]) => {
      enableCompileCache(fileURLToPath(new URL('../dist/.cache', import.meta.url)));
      return import(new URL('../dist/tjour.js', import.meta.url).href);
    })
    .then(({ main }) => main(process.argv.slice(2)))
    .catch((error) => {
      if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
      console.error('tjour är inte byggt. Kör ”npm ci” (eller ”npm run build”) i programmets mapp.');
      process.exitCode = 1;
    });
}

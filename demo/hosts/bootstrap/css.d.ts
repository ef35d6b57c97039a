/** Styles that the build bundles with the script. */
declare module '*.css';

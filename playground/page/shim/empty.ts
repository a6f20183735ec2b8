// Stands in for modules that only Node has; open-pencil imports them and never uses them in a browser.
const nothing = { env: {} };
// Their importers ask for a default export.
export { nothing as default };

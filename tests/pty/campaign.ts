/** How hard the random tests try: a little in every run, and for as long as asked for with TJOUR_CAMPAIGN=RUNS. */
const asked = Number(process.env.TJOUR_CAMPAIGN ?? 0);

export const campaign = {
  /** How many runs a property gets. */
  runs: (usual: number) => (asked > 0 ? asked : usual),
  /** For the test as a whole, in milliseconds: about what each run may take on a busy machine. */
  timeout: asked > 0 ? asked * 10_000 : 60_000,
};

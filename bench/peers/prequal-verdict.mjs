// What is read of a verdict of prequal for it to count as given: all that the comparison with the others looks at, and more:
// scores with bounds, band, status, every point with what it is because of, eligibility with its stops, missing fields.
export const asOf = "2026-11-01T00:00:00Z";

export const read = ({ scores, band, status, contributions, eligibility, missing }) => ({ scores, band, status, contributions, eligibility, missing });
/** The same with guidance and explanation: reasons with what they are because of, what is open, ranked questions. */
export const readExplained = (verdict) => ({ ...read(verdict), reasons: verdict.reasons, potential: verdict.potential, questions: verdict.questions });

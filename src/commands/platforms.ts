/** The messengers whose administrators upload or paste a description of the app. */
export const PLATFORMS = ["slack", "teams"] as const;

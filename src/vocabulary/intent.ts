/** An id of the intent catalogue, such as `business-registration`. */
export type IntentId = string;

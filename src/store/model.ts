import type {
  Action,
  ActionId,
  AnsweredBefore,
  Booking,
  CaseFile,
  ChannelMemory,
  ChannelName,
  ConversationState,
  Decision,
  DeskEvent,
  FeedbackReason,
  HandoverEnd,
  HandoverStage,
  IntentId,
  Language,
  Outcome,
  OutgoingMessage,
  Owner,
  Place,
  RankedIntent,
  Seats,
  SentReceipt,
  StaffMember,
  StoredFacts,
  Submission,
  TranscriptEntry,
} from "../vocabulary/index.js";

/**
 * All that the desk remembers. Each use case is one transaction, resolves when it is safe on disk and lets no handle
 * out, so that another database can stand behind the same words. Times are milliseconds since 1970 unless said otherwise.
 */
export interface Store {
  /** ISO date (UTC) of the data folder's creation. */
  readonly createdOn: string;

  /**
   * Takes an event over, unless one of its keys was seen in the last 72 hours. What staff do is dropped where it is about
   * no conversation.
   */
  accept(input: Acceptance): Promise<Accepted | { readonly result: "repeat" | "dropped" }>;
  /** A conversation with what is to be decided in it; null when there is no such conversation. */
  load(conversationId: number): Promise<Loaded | null>;
  /** What became of an event that was accepted, by one of its keys; null: there is none, or not any more. */
  outcomeOf(channel: ChannelName, key: string): Promise<EventOutcome | null>;
  /** What a button of this conversation stands for; "expired" past its time, null when it is unknown or another's. */
  action(id: ActionId, conversationId: number): Promise<Action | "expired" | null>;
  /**
   * How the message with this platform's id was answered that the guest changed with the event `edit`; null where it is
   * not known here, or not answered yet.
   */
  answersTo(edit: number, clientId: string): Promise<AnsweredBefore | null>;
  /**
   * Writes a decision and all that follows from it; "stale" (and nothing) when it no longer fits what is stored. One that
   * erases leaves nothing of the conversation but what it says itself, its outcome in the log, and what came in since.
   */
  commit(input: Commitment): Promise<Committed | { readonly result: "stale" }>;
  /**
   * A token for a link into the web chat: a conversation that begins with it (`DeskEvent.carriedFrom`) within 24 hours
   * begins with the topic and the language of this one. The same for the same moment; it touches no disk.
   */
  carry(conversationId: number, now: number): string;
  /** Counts a failed attempt to decide these events and puts them off. */
  failed(eventIds: readonly number[], dueAt: number): Promise<void>;

  /** Conversations with open events that are due, by rising id, to be read on with `after`. */
  due(query: {
    now: number;
    channels: readonly ChannelName[];
    after?: number;
    limit: number;
  }): Promise<number[]>;
  /** When the next event after `now` falls due; null when none is open. */
  nextDue(query: { now: number; channels: readonly ChannelName[] }): Promise<number | null>;

  /**
   * After a restart, before anything of these channels is sent: events held for gathering are due, and a first send
   * that the crash may have interrupted counts as one whose outcome is unknown.
   */
  recover(channels: readonly ChannelName[]): Promise<void>;
  /** What waits to be sent, in the order in which it was decided, to be read on with `after`. */
  outgoing(query: {
    channels: readonly ChannelName[];
    after?: number;
    limit: number;
  }): Promise<QueuedMessage[]>;
  /** Before any send but a part's first; should it be interrupted, so many sends have an unknown outcome. */
  repeating(messageId: number, unknowns: number): Promise<void>;
  /** The platform has taken these parts of the message, and it has more: the next one begins afresh. */
  partSent(messageId: number, receipts: readonly SentReceipt[]): Promise<void>;
  /** The platform has taken all of it. */
  sent(messageId: number, receipts: readonly SentReceipt[]): Promise<void>;
  /** It opened its thread, which is at this place from now on for all that waits for it. */
  opened(messageId: number, place: Place, receipt: SentReceipt): Promise<void>;
  /** The receipts of a message's parts that were taken; none of one that is unknown or was not sent. */
  receipts(messageId: number): Promise<readonly SentReceipt[]>;
  /** A chat has another address from now on, with all its threads. */
  moved(from: Place, to: Place): Promise<void>;
  /** Whether this sender already talks with the desk at this place. */
  knows(place: Place, sender: string): Promise<boolean>;
  /** `unknowns`: how many sends so far have an unknown outcome. */
  retryLater(messageId: number, retry: { nextAt: number; unknowns: number; error: string }): Promise<void>;
  /**
   * The message stays as "failed", with the reason, for staff to see. Where a person is concerned, the conversation gets a
   * timer `undelivered:<guest, aside or mail>:<message>`. @returns the conversation then, else null.
   */
  giveUp(messageId: number, error: string): Promise<number | null>;

  /** A keyed hash, for addresses that the desk gives out and must recognise again. */
  sign(text: string): string;
  /** What this channel keeps over restarts. */
  memory(channel: ChannelName): ChannelMemory;

  /**
   * The lines of a conversation after `cursor`. It ends before the first line that is still held, so that none is
   * missed by who reads on from the last cursor.
   */
  transcript(query: {
    place: Place;
    sender: string;
    cursor: number;
    now: number;
  }): Promise<TranscriptEntry[]>;
  /**
   * Erases a conversation with all that was said, decided, rated and pressed in it, unsent messages and open events
   * too. Submissions and bookings stay; guest, address and conversation stay, empty, while one of these refers to them,
   * and so do the timers of a guest who has a seat or waits for one: a reminder, a notice of a change.
   * Nothing happens where there is no such conversation. A repeat of an erased event is still known as one.
   * @returns the erased messages that waited to be sent, so that nobody sends them.
   */
  forget(who: { place: Place; sender: string }): Promise<readonly number[]>;
  /**
   * Takes note of the seminars as they stand in intents/ now: where a fingerprint differs from the last one seen, the
   * sequence rises by one and everyone with an active booking who was told otherwise gets a timer
   * `seminar-changed:<booking id>` (once for each fingerprint); where seats have become free, who waits moves up and
   * gets a timer `moved-up:<booking id>`. In a seminar that is not among them nobody moves up any more.
   * Called before anything is decided on the new knowledge, it is written before that.
   * @returns all seminars ever seen, by id.
   */
  noteSeminars(seminars: readonly SeminarNow[]): Promise<ReadonlyMap<string, SeminarRecord>>;
  /** All seminars ever seen, by id. */
  seminars(): Promise<ReadonlyMap<string, SeminarRecord>>;
  /** Active bookings with what their form said: booked before waiting, in the order of registration. */
  registrations(query: { seminar?: string }): Promise<Registration[]>;
  /** What was handed in, oldest first. */
  submissions(query: { form?: string; status?: "open" | "done" }): Promise<StoredSubmission[]>;
  /** One of them; null when there is none with this reference. */
  submission(reference: string): Promise<StoredSubmission | null>;
  /** Marks a submission as done: its time until erasure begins. */
  finish(reference: string): Promise<"done" | "done-before" | "unknown">;
  /**
   * Erases what has had its time: lines, turns, events, buttons and ratings older than `messageDays`, open forms not
   * touched for so long, submissions `keepDays` after they were done, bookings with their submission; a registration
   * counts as done once its seminar is over or it was withdrawn. Neither of them goes while somebody has a seat or waits
   * for one in a seminar that is still to come.
   * @returns how much of each went.
   */
  sweep(rules: { now: number; messageDays: number }): Promise<Swept>;
  /** The last turns, oldest first. */
  log(query: { last: number; channel?: ChannelName }): Promise<LoggedTurn[]>;
  /**
   * What was asked and not understood, or rated as not helpful, oldest first, with what staff have done about it.
   */
  troubledQuestions(): Promise<TroubledQuestion[]>;
  /** What was answered and rated as helpful, oldest first. */
  helpfulAnswers(): Promise<HelpfulAnswer[]>;
  /** Notes what staff have done about these turns; what was noted of them before counts no more. @returns its number */
  revise(revision: NewRevision): Promise<number>;
  /** The last ones that were not undone, the newest first. */
  revisions(query: { last: number }): Promise<Revision[]>;
  /** One of them, undone or not; null when there is none with this number. */
  revision(id: number): Promise<Revision | null>;
  /** Its turns are open again. @returns false where it was undone before, or is none */
  undoRevision(id: number): Promise<boolean>;
  /** For health: what is under way and what went wrong. */
  figures(): Promise<Figures>;
  /** Transactions committed since opening. */
  commits(): number;
  /** @returns the id of the new account. */
  addStaff(name: string): Promise<number>;
  /** All who answer, with the channels on which they are known. */
  staff(): Promise<readonly StaffAccount[]>;
  /**
   * From now on they can do nothing more. Their conversations get a timer `handover:staff-gone:<id>`.
   * @returns false where there is no such account
   */
  removeStaff(id: number): Promise<boolean>;
  /** A code with which this member links one identity, until then. @returns null where there is no such account */
  staffCode(id: number, until: number): Promise<string | null>;
  /** Whom a code belongs to; null: nobody, it was used, or is too old. */
  staffByCode(code: string): Promise<StaffMember | null>;
  /**
   * Somebody left a staff room, as it is configured: what they have taken gets a timer `handover:staff-gone:<id>:<address>`.
   * @returns its conversations
   */
  staffLeft(room: Place, sender: string): Promise<readonly number[]>;
  /** The bot was taken out of a room, or the room is gone: its conversations get a timer `handover:room-gone:<address>`. */
  roomGone(room: Place): Promise<readonly number[]>;
  /** Where a room was before it moved, as its configuration may still have it. */
  formerly(room: Place): Promise<Place>;
  /**
   * What was said about a conversation and in it, and what the bot made of it; null: there is none. What was changed since
   * stands there as it is now.
   */
  caseFile(conversationId: number): Promise<CaseFile | null>;
  /** The conversation that was handed over under this number; null: none was, or it is erased. */
  caseByNumber(number: string): Promise<NumberedCase | null>;
  /** What staff wrote in this event of the conversation; null: nothing, or it is erased. */
  staffLine(conversationId: number, eventId: number): Promise<string | null>;
  /** Handovers that are not over: who waits first, then what is answered, then tickets, the oldest first. */
  openCases(): Promise<readonly OpenCase[]>;
  /** What became of the handovers that were asked for since. */
  handovers(query: { since: number }): Promise<readonly HandoverRecord[]>;
  /** What staff did, the last first. */
  audit(query: { last: number }): Promise<readonly AuditRecord[]>;
  /** Finishes what was begun, then closes the file. */
  close(): Promise<void>;
}

/** An account of somebody who answers. */
export interface StaffAccount extends StaffMember {
  readonly linked: readonly ChannelName[];
}

/** A handover that is not over. */
export interface OpenCase {
  readonly conversation: number;
  readonly number: string;
  readonly stage: HandoverStage;
  readonly partner: string | null;
  readonly room: string | null;
  readonly channel: ChannelName;
  readonly language: Language;
  /** What it is about, the last first. */
  readonly intents: readonly IntentId[];
  readonly askedAt: number;
  readonly claim: { readonly staff: number; readonly name: string } | null;
}

/** A handover with its conversation. */
export interface NumberedCase {
  readonly conversation: number;
  readonly record: HandoverRecord;
  /** Of the whole conversation, in which there may be other handovers. */
  readonly file: CaseFile;
}

/** What became of a handover. Times in milliseconds since 1970. */
export interface HandoverRecord {
  readonly number: string;
  readonly channel: ChannelName;
  readonly ticket: boolean;
  readonly partner: string | null;
  readonly room: string | null;
  readonly askedAt: number;
  readonly claimedAt: number | null;
  readonly claimedBy: number | null;
  readonly repliedAt: number | null;
  readonly endedAt: number | null;
  readonly ended: HandoverEnd | null;
  readonly passes: number;
  readonly replies: number;
  readonly points: number | null;
}

/** One thing that staff did. */
export interface AuditRecord {
  readonly at: number;
  readonly staff: number;
  /** Null: there is no such account any more. */
  readonly name: string | null;
  readonly did: string;
  readonly about: string | null;
}

/** A seminar as intents/ has it. */
export interface SeminarNow {
  readonly id: string;
  readonly fingerprint: string;
  /** Null: no limit, or not stated. */
  readonly seats: number | null;
  /** It does not take place, or is over: nobody moves up. */
  readonly cancelled: boolean;
}

/** What the desk remembers of a seminar. */
export interface SeminarRecord extends Seats {
  /** Rises with each change (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** When it was first seen or last changed. */
  readonly changedAt: number;
}

/** What was handed in, and what became of it. */
export interface StoredSubmission extends Submission {
  readonly status: "open" | "done";
  readonly submittedAt: number;
  readonly doneAt: number | null;
  readonly channel: ChannelName;
}

/** Who has registered, with what their form said. */
export interface Registration extends Booking {
  readonly bookedAt: number;
  /** Null: erased. */
  readonly submission: StoredSubmission | null;
}

/** How much was erased. */
export interface Swept {
  readonly messages: number;
  readonly conversations: number;
  readonly submissions: number;
  readonly bookings: number;
}

export interface Acceptance {
  readonly event: DeskEvent;
  /** The text of a message, also of a changed one, or the words of a pressed button that the store does not know, personal data masked. */
  readonly logText: string | null;
  /** Not decided before. */
  readonly dueAt: number;
  /**
   * It comes from a staff room, about the conversation whose thread it is, or under whose button. `logText` is kept as it is
   * given then.
   */
  readonly byStaff?: boolean;
}

export interface Accepted {
  readonly result: "accepted";
  readonly eventId: number;
  readonly conversationId: number;
}

/** What became of an event. */
export interface EventOutcome {
  readonly eventId: number;
  /** The turn that decided it; messages that it brought about are named `<turn>.<n>`. Null: not decided yet. */
  readonly turn: number | null;
}

/** An event that is not yet decided. */
export interface OpenEvent {
  readonly id: number;
  readonly receivedAt: number;
  readonly dueAt: number;
  /** Attempts to decide it that failed. */
  readonly failures: number;
  readonly event: DeskEvent;
  /** Of what staff did: who; "unknown": somebody in the room who is linked to no account. Left out: the guest, or time. */
  readonly staff?: StaffMember | "unknown";
}

export interface Loaded {
  /** Who waits for a person, in all conversations, the first in the queue first. */
  readonly waiting: readonly { readonly number: string; readonly room: string | null }[];
  /** Somebody has an account with which they can answer. */
  readonly staffed: boolean;
  /** Who has the conversation; null: nobody, or they have no account any more. */
  readonly claimant: StaffMember | null;
  readonly conversation: {
    readonly id: number;
    readonly owner: Owner;
    readonly version: number;
    readonly state: ConversationState;
    readonly place: Place;
    readonly guestPseudonym: string;
    /** Of this conversation, the last first; withdrawn ones too. */
    readonly bookings: readonly Booking[];
    readonly stored: StoredFacts;
  };
  /** By seminar; one that is missing has none taken. */
  readonly seats: Readonly<Record<string, Seats>>;
  /**
   * The first open events in their order: what people did as it came in, then timers that are due. A timer never
   * overtakes what somebody wrote, so it finds the conversation as the words left it.
   */
  readonly events: readonly OpenEvent[];
  /** There are more. */
  readonly more: boolean;
}

export interface Commitment {
  readonly conversationId: number;
  /** All that the decision answers; the last one names the turn. */
  readonly eventIds: readonly number[];
  readonly decision: Decision;
  /** For the log, masked. */
  readonly question: string | null;
  readonly latencyMs: number;
  readonly micros: number;
  /** How long a message may be tried, from when it may first be sent. */
  readonly giveUpAfterMs: number;
  /** Of a decision that keeps what the guest wrote as it is: the words of each event. */
  readonly verbatim?: readonly { readonly event: number; readonly text: string }[];
}

export interface Committed {
  readonly result: "committed";
  /** When the first timer falls due that this wrote, in whatever conversation; null: none. */
  readonly firstTimerAt: number | null;
  /** To be sent, in this order. */
  readonly messages: readonly QueuedMessage[];
  /** Messages that waited to be sent and were erased or recalled, so that nobody sends them. */
  readonly erased: readonly number[];
}

/** A message in the outbox. */
export interface QueuedMessage {
  readonly id: number;
  /** Messages with the same one go to the same place. */
  readonly addressId: number;
  readonly channel: ChannelName;
  readonly place: Place;
  readonly message: OutgoingMessage;
  readonly attempts: number;
  /** Sends after which nobody knows whether the platform took it. */
  readonly unknowns: number;
  readonly nextAt: number;
  readonly expiresAt: number;
  /** When it was decided. */
  readonly madeAt: number;
  /** Of its parts that were taken so far, in order. */
  readonly receipts: readonly SentReceipt[];
  /** The message that it takes the place of; null: none. */
  readonly replaces: number | null;
}

export interface LoggedTurn {
  readonly turn: number;
  /** ISO 8601. */
  readonly at: string;
  readonly channel: ChannelName;
  /** The beginning of the guest's pseudonym: enough to see who asked twice. */
  readonly guest: string;
  readonly conversation: number;
  readonly question: string | null;
  /** What the guest was told. */
  readonly answers: readonly OutgoingMessage[];
  /** Whether that has reached the platform: all of it, not yet, or part of it never will. */
  readonly delivery: "sent" | "queued" | "failed";
  /** Why it has not, as far as the platform said; null: no word of it. */
  readonly deliveryError: string | null;
  readonly outcome: Outcome;
  readonly intents: readonly RankedIntent[];
  readonly answered: readonly IntentId[];
  readonly kind: string | null;
  readonly expired: boolean;
  readonly form: string | null;
  readonly language: Language;
  /** The version of the knowledge. */
  readonly knowledge: string;
  readonly reasons: readonly string[];
  readonly helpful: boolean | null;
  readonly feedbackReason: FeedbackReason | null;
  /** From the last event's arrival to the decision, waiting for further lines included. */
  readonly latencyMs: number;
  /** Microseconds of understanding and deciding. */
  readonly micros: number;
  /** Events taken together. */
  readonly joined: number;
}

/**
 * Why a question is troubled: not understood; what was offered was no more than a guess; none of the offered intents was
 * meant; or the answer did not help.
 */
export type Trouble = "fallback" | "guessed" | "refused" | "not-helpful";

/** A question that went wrong, personal data masked. */
export interface TroubledQuestion {
  readonly turn: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly channel: ChannelName;
  readonly language: Language;
  readonly question: string;
  readonly trouble: Trouble;
  /** Of what did not help, as far as the guest said. */
  readonly reason: FeedbackReason | null;
  /** The kind of what was taken for out of scope. */
  readonly kind: string | null;
  readonly answered: readonly IntentId[];
  /** The best five of the catalogue. */
  readonly intents: readonly RankedIntent[];
  /** Of a guess, what the guest chose of it next; null: nothing. */
  readonly chosen: IntentId | null;
  /** What staff did about it; null: nothing yet. */
  readonly revision: Pick<Revision, "id" | "does" | "target"> | null;
}

/** An answer that a guest called helpful. */
export interface HelpfulAnswer {
  readonly turn: number;
  readonly language: Language;
  readonly question: string;
  readonly answered: readonly IntentId[];
  readonly reasons: readonly string[];
}

/** What staff can do about a question. */
export type RevisionKind = "assign" | "new" | "out-of-scope" | "ignore";

/** A sentence that was written for an intent, or for a kind out of scope. */
export interface RevisedText {
  /** The file below intents/. */
  readonly file: string;
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  /** Where it was taken from. */
  readonly from?: { readonly file: string; readonly id: string };
}

export interface NewRevision {
  readonly does: RevisionKind;
  /** An intent or a kind out of scope; null: none. */
  readonly target: string | null;
  readonly changes: readonly RevisedText[];
  readonly turns: readonly number[];
}

/** What staff have done about a question. */
export interface Revision {
  /** Names it to staff. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly does: RevisionKind;
  readonly target: string | null;
  readonly changes: readonly RevisedText[];
  readonly undone: boolean;
}

export interface Figures {
  /** Accepted and not yet answered; timers of the future are not among them. */
  readonly openEvents: number;
  /** When the oldest of them came; null when there is none. */
  readonly oldestOpenAt: number | null;
  readonly queued: number;
  readonly failed: number;
}

import MailComposer from "nodemailer/lib/mail-composer";
import type { Letter } from "./letter.js";

/** The e-mail as it goes over the wire (RFC 5322), in ASCII: what an old server on the way cannot spoil. */
export function encode(letter: Letter, date: Date): Promise<Buffer> {
  return new MailComposer({
    from: { name: letter.from.name ?? "", address: letter.from.address },
    to: { name: "", address: letter.to },
    ...(letter.replyTo === null ? {} : { replyTo: { name: "", address: letter.replyTo } }),
    subject: letter.subject,
    text: letter.text,
    textEncoding: "quoted-printable",
    newline: "windows",
    messageId: letter.messageId,
    date,
    // so that out-of-office notices and other machines do not answer (RFC 3834)
    headers: { "Content-Language": letter.language, "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

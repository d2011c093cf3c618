// A real SMTP server for the tests of mail. Its first line says on which port it listens; then comes one line of JSON
// for each thing that happens. What it does follows from the name before the @ of the receiver. It ends with its input.
//   node smtp.mjs                 a server that takes mail from anyone
//   node smtp.mjs sign-in         a server that wants a name and a password
//   node smtp.mjs read <file>     no server: prints what stands in one mail
import { readFile } from "node:fs/promises";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

const [mode, file] = process.argv.slice(2);
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const read = async (raw) => {
  const { headers, ...mail } = await PostalMime.parse(raw);
  return { ...mail, headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])) };
};
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

if (mode === "read") {
  tell(await read(await readFile(file)));
} else {
  const asked = new Map();
  const held = new Set();
  const hold = (session, to) => {
    held.add(session.id);
    tell({ what: "held", to });
  };
  const server = new SMTPServer({
    authOptional: mode !== "sign-in",
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, session, answer) {
      tell({ what: "sign-in", user: auth.username, secure: session.secure });
      if (auth.password === "geheim") answer(null, { user: auth.username });
      else answer(refusal(535, "5.7.8 Wrong password"));
    },
    onClose({ id }) {
      if (held.has(id)) tell({ what: "closed" });
    },
    onRcptTo({ address }, session, answer) {
      const times = (asked.get(address) ?? 0) + 1;
      asked.set(address, times);
      switch (address.split("@")[0]) {
        case "weg": return answer(refusal(550, `5.1.1 <${address}> does not live here`));
        case "verboden": return answer(refusal(550, "5.7.1 You may not send from there"));
        case "nooit": return answer(refusal(451, "4.3.0 Try again later"));
        case "straks": return answer(times === 1 ? refusal(451, "4.3.0 Try again later") : null);
        case "traag": return hold(session, address);
        case "breekt":
          tell({ what: "broken", to: address });
          return [...server.connections].find(({ id }) => id === session.id)._socket.destroy();
        default: return answer();
      }
    },
    onData(stream, session, answer) {
      const { envelope, user } = session;
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", async () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        if (to[0].startsWith("stil@")) return hold(session, to[0]);
        tell({ what: "mail", from: envelope.mailFrom.address, to, user, mail: await read(Buffer.concat(parts)) });
        answer();
      });
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.server.address().port}\n`));
  process.stdin.resume().on("end", () => process.exit());
}

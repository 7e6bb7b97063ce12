// Starts the demo county on a free port with an empty data folder, waits until it is ready, and
// stops it when the tests are over. With QINZHENG_URL set, the tests look at that server instead.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const READY_WITHIN_MS = 5 * 60_000;
const STOPPED_WITHIN_MS = 10_000;
const WORDS_KEPT = 20_000;

export default async function start() {
  if (process.env.QINZHENG_URL) {
    await ready(process.env.QINZHENG_URL, () => undefined);
    return undefined;
  }
  const data = await mkdtemp(join(tmpdir(), "qinzheng-e2e-"));
  const port = await freePort();
  const product = launch(["demo", "--port", String(port), "--data", data]);
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await product.stop();
    await rm(data, { recursive: true, force: true });
  };
  try {
    await ready(url, product.fault);
  } catch (fault) {
    await stop();
    throw fault;
  }
  process.env.QINZHENG_URL = url;
  return stop;
}

// Starts the program with this command; `stop` ends it.
export function launch(command) {
  const child = spawn(binary(), command, { stdio: ["ignore", "pipe", "pipe"] });
  let words = "";
  let end;
  const ended = new Promise((resolve) => {
    child.once("error", (fault) => resolve((end = fault.message)));
    child.once("exit", (code, signal) => resolve((end = `it ended with ${code ?? signal}`)));
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      words = (words + text).slice(-WORDS_KEPT);
    });
  }
  return {
    // Why it cannot become ready any more, with its last words.
    fault: () => end && `${end}\n${words}`,
    stop: async () => {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), STOPPED_WITHIN_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

export function binary() {
  const built = fileURLToPath(new URL("../target/debug/qinzheng", import.meta.url));
  const chosen = process.env.QINZHENG_BINARY ?? built;
  if (!existsSync(chosen)) {
    throw new Error(`${chosen} is not built: run cargo build first`);
  }
  return chosen;
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

export async function ready(url, fault) {
  const until = Date.now() + READY_WITHIN_MS;
  let last = "no answer";
  while (Date.now() < until) {
    const end = fault();
    if (end) {
      throw new Error(`the product did not start: ${end}`);
    }
    try {
      const answer = await fetch(`${url}/readyz`);
      if (answer.status === 200) {
        return;
      }
      last = `${answer.status} ${await answer.text()}`;
    } catch (fault) {
      last = String(fault.cause ?? fault);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${url}/readyz was not 200 within ${READY_WITHIN_MS / 1000} s: ${last}`);
}

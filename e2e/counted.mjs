// Counts what a person does on a page: presses, and fields they fill in. Whoever drives a page through this
// does nothing uncounted.
import { expect } from "@playwright/test";

export class Counted {
  #presses = 0;
  #fields = 0;

  constructor(page) {
    this.page = page;
  }

  // A click, a tap, a tick: anything that is pressed.
  async press(target) {
    this.#presses += 1;
    await target.click();
  }

  // A file that a press brings.
  async receive(target) {
    const coming = this.page.waitForEvent("download");
    await this.press(target);
    return coming;
  }

  // A key that does what a press would.
  async strike(key) {
    this.#presses += 1;
    await this.page.keyboard.press(key);
  }

  // A field that is typed into.
  async fill(field, text) {
    this.#fields += 1;
    await field.fill(text);
  }

  // A field whose answer is chosen.
  async choose(field, value) {
    this.#fields += 1;
    if ((await field.first().getAttribute("type")) === "radio") {
      await field.and(this.page.locator(`[value="${value}"]`)).check();
    } else {
      await field.selectOption(value);
    }
  }

  within(presses, fields) {
    expect(this.#presses, "presses").toBeLessThanOrEqual(presses);
    expect(this.#fields, "fields").toBeLessThanOrEqual(fields);
  }
}

// Looks at the county under today's law, with work in flight.
export async function lookAtToday(page) {
  await page.goto("/demo/scenario?take=today");
}

// Signs a persona of the demo in; nothing of it is counted.
export async function comeAs(page, persona) {
  await page.goto("/sign-in");
  await page.locator(`button[value="${persona}"]`).click();
  await page.waitForURL(/\/desk$/);
}

import { gzipSync } from "node:zlib";

import purgeCSSPlugin from "@fullhuman/postcss-purgecss";
import { defineConfig, type Plugin } from "vite";

// Django's own widgets, whose templates are not among ours.
const WRITTEN_BY_DJANGO = ["checkbox", "date", "email", "file", "number", "password", "radio", "text", "url"]
  .map((type) => `<input type="${type}" aria-invalid="true">`)
  .concat("<select><option></option></select><textarea></textarea>")
  .join("");

// Leave out the part of the design system that no template uses: 260 kB becomes about 50. This runs before the
// file gets its hash, so that a browser which keeps it for ever never keeps an outdated one.
const onlyWhatIsUsed = purgeCSSPlugin({
  content: [
    ...["src/meervoud_web/**/*.html", "src/meervoud_web/**/*.py", "src/meervoud/**/*.py", "web/**/*.ts"],
    { raw: WRITTEN_BY_DJANGO, extension: "html" },
  ],
  // Put together while a page is made: message-{{ level }}, landscape-group-{{ place }}.
  safelist: [/^message-/, /^weighed-/, /^landscape-/, /^agreement-/],
  variables: true,
});

/** Write a packed copy beside each text file; WhiteNoise serves it to every browser that takes it. */
function packedCopies(): Plugin {
  return {
    name: "packed-copies",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (!/\.(css|js)$/.test(file.fileName)) continue;
        const source = file.type === "asset" ? file.source : file.code;
        this.emitFile({ type: "asset", fileName: `${file.fileName}.gz`, source: gzipSync(source, { level: 9 }) });
      }
    },
  };
}

export default defineConfig({
  base: "/static/built/",
  publicDir: false,
  plugins: [packedCopies()],
  css: { postcss: { plugins: [onlyWhatIsUsed] } },
  build: {
    outDir: "src/meervoud_web/ui/static/built",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsDir: "",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { main: "web/main.ts", challenges: "web/challenges.ts", course: "web/course.ts", feedback: "web/feedback.ts", framings: "web/framings.ts", landscape: "web/landscape.ts", moving: "web/moving.ts", papers: "web/papers.ts", conversations: "web/conversations.ts", taking_part: "web/taking_part.ts", rounds_staff: "web/rounds_staff.ts" },
    },
  },
});

# Untested where this was written: no container engine was at hand. Says what `rapporteur` needs, no more.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm install --no-audit --no-fund && node scripts/build.mjs && npm prune --omit=dev

FROM node:22-bookworm-slim
WORKDIR /app
COPY --from=build /app /app
USER node
ENTRYPOINT ["node", "/app/bin/rapporteur.mjs"]
CMD ["--help"]

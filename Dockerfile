# One small image: built with everything, run with what is needed, as an ordinary user.
FROM node:24-bookworm-slim AS build
WORKDIR /desk
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json tsconfig.json tsconfig.build.json ./
COPY src src
COPY adapters adapters
RUN npm ci && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /desk
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data INTENTS_DIR=/intents REGRESSIONS_FILE=/intents/regressions.jsonl
COPY --from=build /desk/package.json ./
COPY --from=build /desk/node_modules node_modules
COPY --from=build /desk/dist dist
COPY intents /intents
RUN mkdir /data && chown node:node /data
USER node
VOLUME ["/data", "/intents"]
EXPOSE 3978
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:3978/healthz').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "dist/src/main.js"]

# GraphiQL's files, for the page at /graphql.
FROM node:22-slim AS ide
WORKDIR /source/ide
COPY ide .
RUN ./build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
COPY --from=ide /source/artifacts/ide artifacts/ide
# The commit that --version shows; .git is not copied.
ARG COMMIT=
RUN dotnet publish src/ContentApi.Cli -c Release -o /app -p:RestoreLockedMode=true -p:SourceRevisionId=$COMMIT

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
USER $APP_UID
EXPOSE 8080
# Asks for /health/ready without a program that the image lacks.
HEALTHCHECK --interval=10s --timeout=6s --start-period=20s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [[ $status == 200 ]]"]
ENTRYPOINT ["dotnet", "/app/contentapi.dll"]
CMD ["serve", "--urls", "http://0.0.0.0:8080"]

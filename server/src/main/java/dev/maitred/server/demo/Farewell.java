package dev.maitred.server.demo;

import dev.maitred.server.MaitredServer;
import dev.maitred.server.Settings;
import java.nio.file.Path;

/** How to go on after the story. */
record Farewell(MaitredServer server, Path folder, String campaign, Catalogue catalogue) {

  void say(Narrator narrator, boolean kept) {
    narrator.step("How to go on");
    if (kept) {
      narrator.tell(
          """
          The server keeps running until Ctrl-C, and %s stays after it. In another terminal:

          export AWS_ENDPOINT_URL=%s
          export AWS_SHARED_CREDENTIALS_FILE=%s
          export AWS_DEFAULT_REGION=%s
          aws personalize list-campaigns
          aws personalize-runtime get-recommendations --campaign-arn %s --user-id '%s'
          aws iam list-users

          `admin` and `analyst` are profiles of that file. This one is denied:

          aws --profile analyst personalize delete-campaign --campaign-arn %s"""
              .formatted(
                  folder,
                  server.endpoint(),
                  server.credentialsFile(),
                  server.region(),
                  campaign,
                  catalogue.someUsers(1).getFirst(),
                  campaign));
    } else {
      narrator.tell(
          """
          This server and its folder %s are gone now; `./maitred demo --keep` leaves them.
          A server of your own, which keeps everything in ./data:

          ./maitred serve --data data --port %d

          In another terminal:

          export AWS_ENDPOINT_URL=http://127.0.0.1:%d
          export AWS_SHARED_CREDENTIALS_FILE=$PWD/data/credentials
          export AWS_DEFAULT_REGION=%s
          aws personalize list-recipes"""
              .formatted(folder, Settings.DEFAULT_PORT, Settings.DEFAULT_PORT, server.region()));
    }
  }
}

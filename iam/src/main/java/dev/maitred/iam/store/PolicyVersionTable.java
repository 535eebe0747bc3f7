package dev.maitred.iam.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The versions of managed policies; one of each policy's is the default, the one in force. */
public final class PolicyVersionTable {
  private final Handle handle;

  PolicyVersionTable(Handle handle) {
    this.handle = handle;
  }

  /** The versions of a policy, newest first. */
  public List<Version> of(String policyArn) {
    return handle
        .createQuery("select * from policy_version where policy_arn = :arn order by version desc")
        .bind("arn", policyArn)
        .map(
            (row, context) ->
                new Version(
                    row.getInt("version"),
                    row.getBoolean("is_default"),
                    Instant.ofEpochMilli(row.getLong("created")),
                    row.getString("document")))
        .list();
  }

  public Optional<Version> find(String policyArn, String versionId) {
    return of(policyArn).stream().filter(version -> version.id().equals(versionId)).findFirst();
  }

  /** The version in force; every policy has one. */
  public Version inForce(String policyArn) {
    return find(policyArn).orElseThrow();
  }

  /** The version in force, if there is such a policy. */
  public Optional<Version> find(String policyArn) {
    return of(policyArn).stream().filter(Version::isDefault).findFirst();
  }

  /** Adds a version, in place of the one of that number. */
  public void put(String policyArn, Version version) {
    handle.execute(
        """
        insert or replace into policy_version (policy_arn, version, is_default, created, document)
        values (?, ?, ?, ?, ?)""",
        policyArn,
        version.number(),
        false,
        version.created().toEpochMilli(),
        version.document());
    if (version.isDefault()) {
      makeDefault(policyArn, version.number());
    }
  }

  /** Puts one version in force instead of the one that was. */
  public void makeDefault(String policyArn, int version) {
    handle.execute(
        "update policy_version set is_default = (version = ?) where policy_arn = ?",
        version,
        policyArn);
  }

  public void delete(String policyArn, Version version) {
    handle.execute(
        "delete from policy_version where policy_arn = ? and version = ?",
        policyArn,
        version.number());
  }
}

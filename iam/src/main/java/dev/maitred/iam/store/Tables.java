package dev.maitred.iam.store;

import org.jdbi.v3.core.Handle;

/** IAM's tables within one transaction. */
public record Tables(Handle handle) {

  public IdentityTable identities() {
    return new IdentityTable(handle);
  }

  public MembershipTable memberships() {
    return new MembershipTable(handle);
  }

  public InlinePolicyTable inlinePolicies() {
    return new InlinePolicyTable(handle);
  }

  public PolicyTable policies() {
    return new PolicyTable(handle);
  }

  public PolicyVersionTable versions() {
    return new PolicyVersionTable(handle);
  }

  public AttachmentTable attachments() {
    return new AttachmentTable(handle);
  }

  public AccessKeyTable accessKeys() {
    return new AccessKeyTable(handle);
  }

  public SessionTable sessions() {
    return new SessionTable(handle);
  }
}

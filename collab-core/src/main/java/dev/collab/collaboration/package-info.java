/** Who may take part: the policy, what it grants to whom, and how grants and invitations end. */
package dev.collab.collaboration;

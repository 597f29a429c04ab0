package org.onevisit.housing.host.trust;

/** Why a module is not trusted: for people, in the language that they read; the details stand in {@link Verdict#reason}. */
public enum Distrust {
    /** Nobody signed it, or nobody signed all of it. */
    NOT_SIGNED,
    /** It was changed after it was signed. */
    CHANGED,
    /** A key, a digest or an algorithm is too weak to prove anything. */
    WEAK,
    /** The county's trust store vouches for none of its signers. */
    UNKNOWN_SIGNER,
    /** The signer's certificate was not valid at the moment that counts. */
    NOT_VALID,
    /** The signer's certificate is revoked. */
    REVOKED,
    /** The certificate is meant for something else. */
    WRONG_USE,
    /** The signature cannot be read or followed. */
    UNREADABLE,
    /** The county's trust store is at fault; nothing is trusted until it is corrected. */
    TRUST_STORE,
    /** No host takes such a file in, whoever signed it. */
    UNFIT
}

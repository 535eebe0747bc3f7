/** Generated policies and requests, and the laws that must hold for all of them. */
package dev.maitred.policy.properties;

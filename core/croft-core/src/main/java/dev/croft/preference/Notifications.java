package dev.croft.preference;

/**
 * By which ways the service notifies.
 *
 * @param email whether by mail
 * @param push whether on the device
 */
public record Notifications(boolean email, boolean push) {}

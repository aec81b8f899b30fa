package org.nepenthe.architecture.canary.clinic.infusion.store;

/// An inner package, for its own room alone.
public class StoreRoom {}

package org.nepenthe.architecture.canary.somewhere;

/// Breaks: a class outside every module of the table.
class Homeless {}

package org.nepenthe.clinic.infusion;

import java.util.Map;
import org.nepenthe.clinic.infusion.picture.LivePicture;

/// The live page: its picture, and the form that was refused, if one was.
///
/// @param json the picture as `live.json` gives it
/// @param errors message by field of the refused form
/// @param typed what stood in the fields of the refused form
/// @param refusedForm the last part of that form's address; empty where none was refused
/// @param formKey a fresh idempotency key
public record LivePage(
    LivePicture picture,
    String json,
    Map<String, String> errors,
    Map<String, String> typed,
    String refusedForm,
    String formKey) {}

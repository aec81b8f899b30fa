package org.nepenthe.clinic.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nepenthe.care.decision.CareEvent;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ObjectNode;

/// Events as JSON text and back.
///
/// An event type is named after its stage and record: `infusion.RateChanged`, wherever within the
/// stage's packages the record stands. Sealed families carry the simple name of the record in
/// `kind`. Nothing but records of the care packages is read.
public final class EventJson {
  private static final String CARE = "org\\.nepenthe\\.care\\.";

  private final JsonMapper mapper = mapper();
  private final SortedMap<String, Class<? extends CareEvent>> typesByName;
  private final Map<String, List<Upcaster>> upcasters;

  public EventJson(List<Upcaster> upcasters) {
    this.typesByName = careEvents();
    this.upcasters = upcasters.stream().collect(Collectors.groupingBy(Upcaster::type));
  }

  public static String typeOf(Class<? extends CareEvent> event) {
    var stage = event.getPackageName().replaceFirst("^" + CARE + "([^.]+).*$", "$1");
    return stage.substring(stage.lastIndexOf('.') + 1) + "." + event.getSimpleName();
  }

  /// All event types there are, by name.
  public SortedMap<String, Class<? extends CareEvent>> types() {
    return typesByName;
  }

  /// The version in which payloads of a type are written today.
  public int currentVersion(String type) {
    return 1 + upcasters.getOrDefault(type, List.of()).size();
  }

  public String write(CareEvent event) {
    return mapper.writeValueAsString(event);
  }

  public CareEvent read(String type, int payloadVersion, String payload) {
    var target = typesByName.get(type);
    if (target == null) {
      throw new IllegalStateException("the record holds an event of an unknown type: " + type);
    }
    var tree = (ObjectNode) mapper.readTree(payload);
    for (int version = payloadVersion; version < currentVersion(type); version++) {
      tree = upcaster(type, version).change().apply(tree);
    }
    return mapper.treeToValue(tree, target);
  }

  private Upcaster upcaster(String type, int from) {
    return upcasters.getOrDefault(type, List.of()).stream()
        .filter(u -> u.from() == from)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no upcaster for " + type + " version " + from));
  }

  /// The mapper that the record uses; other append-only tables store their values by it too.
  public static JsonMapper mapper() {
    return JsonMapper.builder()
        .annotationIntrospector(new SealedFamilies())
        .changeDefaultVisibility(visibility ->
            visibility
                .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(tools.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static SortedMap<String, Class<? extends CareEvent>> careEvents() {
    var found = new TreeMap<String, Class<? extends CareEvent>>();
    var resolver = new PathMatchingResourcePatternResolver();
    var metadata = new CachingMetadataReaderFactory(resolver);
    try {
      for (var resource : resolver.getResources("classpath*:org/nepenthe/care/**/*.class")) {
        var name = metadata.getMetadataReader(resource).getClassMetadata().getClassName();
        var type = ClassUtils.resolveClassName(name, EventJson.class.getClassLoader());
        if (type.isRecord() && CareEvent.class.isAssignableFrom(type)) {
          var event = type.asSubclass(CareEvent.class);
          if (found.put(typeOf(event), event) != null) {
            throw new IllegalStateException("two event types are named " + typeOf(event));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return java.util.Collections.unmodifiableSortedMap(found);
  }

  /// Gives each sealed family of ours a `kind` property naming the alternative.
  private static final class SealedFamilies extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      if (annotated instanceof AnnotatedClass type && ofSealedFamily(type.getRawType())) {
        return JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "kind", null, false, true);
      }
      return super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
      Class<?> type = annotated.getRawType();
      if (family(type)) {
        var subtypes = new ArrayList<NamedType>();
        collect(type, subtypes);
        return subtypes;
      }
      return super.findSubtypes(config, annotated);
    }

    @Override
    public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
      return type.getRawType().isRecord() && ofSealedFamily(type.getRawType())
          ? type.getRawType().getSimpleName()
          : super.findTypeName(config, type);
    }

    private static void collect(Class<?> family, List<NamedType> into) {
      for (var alternative : family.getPermittedSubclasses()) {
        if (alternative.isSealed()) {
          collect(alternative, into);
        } else {
          into.add(new NamedType(alternative, alternative.getSimpleName()));
        }
      }
    }

    private static boolean family(Class<?> type) {
      return type.isInterface() && type.isSealed() && type.getName().startsWith("org.nepenthe.");
    }

    private static boolean ofSealedFamily(Class<?> type) {
      if (family(type)) {
        return true;
      }
      for (var parent : type.getInterfaces()) {
        if (ofSealedFamily(parent) && !CareEvent.class.isAssignableFrom(parent)) {
          return true;
        }
      }
      return false;
    }
  }
}

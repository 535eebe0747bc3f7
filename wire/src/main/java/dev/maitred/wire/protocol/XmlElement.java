package dev.maitred.wire.protocol;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML document that was read.
 *
 * @param name its name without a prefix
 * @param attributes by name, with a prefix where they have one
 * @param children the elements in it, in order
 * @param text the characters directly in it
 */
record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder text) {
  private static final int DEEPEST = 64;

  // Room for the 10,000 parts of an upload with every checksum that one can have.
  private static final int MOST_ELEMENTS = 200_000;
  private static final XMLInputFactory FACTORY = factory();

  /** Without document types, so that no entity can grow or reach outside. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** The root element of a document. */
  static XmlElement parse(byte[] document) {
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
      reader.nextTag();
      XmlElement root = element(reader, 1, new AtomicInteger());
      while (reader.hasNext()) {
        reader.next();
      }
      return root;
    } catch (XMLStreamException e) {
      throw Malformed.body(
          "The XML you provided was not well-formed or did not validate against our published schema");
    }
  }

  private static XmlElement element(XMLStreamReader reader, int depth, AtomicInteger elements)
      throws XMLStreamException {
    if (depth > DEEPEST || elements.incrementAndGet() > MOST_ELEMENTS) {
      throw new XMLStreamException("too deep or too large");
    }
    XmlElement element =
        new XmlElement(
            reader.getLocalName(), attributes(reader), new ArrayList<>(), new StringBuilder());
    while (reader.next() != XMLStreamReader.END_ELEMENT) {
      switch (reader.getEventType()) {
        case XMLStreamReader.START_ELEMENT ->
            element.children.add(element(reader, depth + 1, elements));
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
            element.text.append(reader.getText());
        case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE ->
            throw new XMLStreamException("document types are not read");
        default -> {}
      }
    }
    return element;
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String prefix = reader.getAttributePrefix(i);
      String name = reader.getAttributeLocalName(i);
      attributes.put(
          prefix == null || prefix.isEmpty() ? name : prefix + ":" + name,
          reader.getAttributeValue(i));
    }
    return attributes;
  }

  List<XmlElement> children(String named) {
    return children.stream().filter(child -> child.name.equals(named)).toList();
  }

  Optional<XmlElement> child(String named) {
    return children.stream().filter(child -> child.name.equals(named)).findFirst();
  }
}

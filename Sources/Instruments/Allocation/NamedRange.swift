import Learning

/// A part of the flat parameter buffer that has a name.
package struct NamedRange: Sendable, Hashable, Codable {
  package let name: String
  package let range: Range<Int>

  package init(name: String, range: Range<Int>) { (self.name, self.range) = (name, range) }
}

extension ParameterLayout {
  package var tensors: [NamedRange] { parameters.map { NamedRange(name: $0.name, range: $0.range) } }

  /// Neighbouring tensors of the same layer as one: attention, a norm or a feed-forward part of a block, and what stands
  /// before and after the blocks.
  package var layers: [NamedRange] {
    tensors.reduce(into: []) { layers, tensor in
      let name = Self.layer(of: tensor.name)
      if let last = layers.last, last.name == name {
        layers[layers.count - 1] = NamedRange(name: name, range: last.range.lowerBound..<tensor.range.upperBound)
      } else {
        layers.append(NamedRange(name: name, range: tensor.range))
      }
    }
  }

  /// `blocks.0.attention.qkv.weight` and `block.attention.qkv.weight` belong to attention, `head.bias` to the head.
  private static func layer(of name: String) -> String {
    let parts = name.split(separator: ".")
    guard parts.count > 2 else { return String(parts[0]) }
    return parts.prefix(Int(parts[1]) == nil ? 2 : 3).joined(separator: ".")
  }
}

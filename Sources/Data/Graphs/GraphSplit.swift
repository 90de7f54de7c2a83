/// A distribution of shortest-path examples, declared by data: sizes, which graphs are accepted, and which vertex is
/// asked about.
///
/// Paper: Wang, Westover and Zhao, "Off-Distribution Generalization of Transformers for Shortest Paths", 2024; where
/// their prose and their code disagree, their code. `GraphSplit+Published.swift` declares their seven splits.
package struct GraphSplit: Hashable, Sendable {
  /// Within its family: lower-case letters, digits and hyphens.
  package let localName: String
  /// Goes up by one whenever the same seed and index give another example.
  package let revision: Int
  /// The paper's own where nothing else is declared: as many pairs as vertices.
  package let structure: Structure
  /// The number of vertices n is drawn once, uniformly; the graph is then redrawn until it is accepted.
  package let sizes: ClosedRange<Int>
  package let acceptance: Acceptance
  package let target: TargetRule
  /// What stands for the distance to a vertex that cannot be reached, or that the graph does not have.
  package let unreachableLabel: Int

  /// With its family: `graphs/train`. What is drawn does not depend on it.
  package var name: String { "graphs/\(localName)" }

  package init(
    name: String, revision: Int, structure: Structure = .pairs(1, per: 1), sizes: ClosedRange<Int>,
    acceptance: Acceptance, target: TargetRule, unreachableLabel: Int
  ) {
    precondition(
      !name.isEmpty && name.allSatisfy { "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "-" },
      "A split's name has lower-case letters, digits and hyphens only, unlike \"\(name)\".")
    precondition(
      2 <= sizes.lowerBound && sizes.upperBound <= Graph.largestVertexCount,
      "Sizes lie within 2...\(Graph.largestVertexCount), for vertex 2 must exist; \(sizes) do not.")
    precondition(
      unreachableLabel >= sizes.upperBound,
      "The label \(unreachableLabel) of the unreachable could be a distance between \(sizes.upperBound) vertices.")
    precondition(
      acceptance.canAccept(vertexCount: sizes.lowerBound),
      "No graph with \(sizes.lowerBound) vertices would ever be accepted.")
    for vertexCount in sizes {
      precondition(
        structure.exists(vertexCount: vertexCount), "There is no graph of \(vertexCount) vertices with \(structure).")
    }
    target.check(with: acceptance)
    (localName, self.revision, self.structure, self.sizes) = (name, revision, structure, sizes)
    (self.acceptance, self.target, self.unreachableLabel) = (acceptance, target, unreachableLabel)
  }
}

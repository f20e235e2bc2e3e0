import ts from 'typescript'

const isBlank = (child) => child.type === 'JSXText' && /^\s*$/.test(child.value) && child.value.includes('\n')
const isEmpty = (child) =>
  child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression'

function mayBeText(type) {
  // What is handed in as `ReactNode` is for whoever hands it in.
  if (type.aliasSymbol?.name === 'ReactNode') return false
  if (type.isUnion()) return type.types.some(mayBeText)
  return (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) !== 0
}

/**
 * Text has an element to itself. A translating browser replaces text nodes by elements of its own: React then goes on
 * writing into nodes that nobody sees, and throws where it puts something before them or takes them away. The only
 * child of an element it writes as a whole.
 */
export const loneText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { mixed: 'Give this text an element to itself: a translating browser would break it here.' },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices
    const checker = program.getTypeChecker()
    const isText = (child) => {
      if (child.type === 'JSXText') return true
      if (child.type !== 'JSXExpressionContainer') return false
      return mayBeText(checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(child.expression)))
    }
    const check = (node) => {
      const children = node.children.filter((child) => !isBlank(child) && !isEmpty(child))
      if (node.type === 'JSXElement' && children.length < 2) return
      for (const child of children) if (isText(child)) context.report({ node: child, messageId: 'mixed' })
    }
    return { JSXElement: check, JSXFragment: check }
  },
}
